import { checkStatements } from "../check-statements";

describe("the district's published report", () => {
  checkStatements("district-2019");
});
