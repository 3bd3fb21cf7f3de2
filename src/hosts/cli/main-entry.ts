import { localTime } from "../../usecases/local-time";
import { main } from "./main";
import type { Terminal } from "./terminal";
import { threadReader } from "./thread-reader";

const terminal: Terminal = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  now: () => localTime(new Date()),
  newReader: threadReader,
};

main(process.argv.slice(2), terminal)
  .then((code) => {
    process.exitCode = code;
  })
  .catch((thrown: unknown) => {
    // Node would end with 1, which here means that the report was written.
    terminal.complain(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    process.exitCode = 2;
  });
