// What both scripts share: a first document to compare, then one line in (how often), one line out (seconds by the wall and the CPU).
"use strict";
const fs = require("node:fs");
const readline = require("node:readline");

const WARM = 50; // documents until node has compiled what it runs often

module.exports = async function serve(make, version) {
  fs.writeFileSync(process.argv[4], await make());
  for (let turn = WARM; turn > 0; turn -= 1) await make();
  console.log(JSON.stringify({ version }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
    for (let turn = Number(line); turn > 0; turn -= 1) await make();
    const { user, system } = process.cpuUsage(used);
    console.log(JSON.stringify({ wall: Number(process.hrtime.bigint() - start) / 1e9, cpu: (user + system) / 1e6 }));
  }
};
