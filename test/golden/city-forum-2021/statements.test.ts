import { checkStatements } from "../check-statements";

describe("the published address to the forum", () => {
  checkStatements("city-forum-2021");
});
