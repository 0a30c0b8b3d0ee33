// docxtemplater as its documentation shows it: node docxtemplater.js template.docx values.json first.docx
"use strict";
const fs = require("node:fs");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const serve = require("./serve");

const template = fs.readFileSync(process.argv[2]);
const values = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));

function make() {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  document.render(values);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

serve(make, require("docxtemplater/package.json").version);
