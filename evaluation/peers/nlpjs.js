// nlp.js as its own guide sets it up. Reads the examples from a file; then an intent for each line of input.
const fs = require("fs");
const readline = require("readline");
const { NlpManager } = require(require.resolve("node-nlp", { paths: [process.cwd()] }));

(async () => {
  const manager = new NlpManager({ languages: ["en"], forceNER: true, autoSave: false, nlu: { log: false } });
  for (const [text, intent] of JSON.parse(fs.readFileSync(process.argv[2], "utf-8"))) {
    manager.addDocument("en", text, intent);
  }
  await manager.train();
  const answer = (value) => console.log(JSON.stringify(value));
  answer("trained");
  for await (const line of readline.createInterface({ input: process.stdin })) {
    answer((await manager.process("en", JSON.parse(line))).intent);
  }
})();
