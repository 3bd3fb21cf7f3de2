import { checkStatements } from "../check-statements";

describe("the county's published report", () => {
  checkStatements("wenshang-2022");
});
