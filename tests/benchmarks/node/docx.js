// npm docx, paragraph by paragraph: node docx.js template.docx values.json first.docx
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { Document, Packer, Paragraph, TextRun } = require("docx");
const serve = require("./serve");

// The package does not export its package.json.
const manifest = path.join(require.resolve("docx").split(`${path.sep}dist`)[0], "package.json");
const { paragraphs, styles } = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));

function make() {
  const children = paragraphs.map(
    ({ style, runs }) =>
      new Paragraph({ style, children: runs.map(([text, role]) => new TextRun({ text, style: role || undefined })) }),
  );
  const document = new Document({ styles: { paragraphStyles: styles }, sections: [{ children }] });
  return Packer.toBuffer(document);
}

serve(make, JSON.parse(fs.readFileSync(manifest, "utf8")).version);
