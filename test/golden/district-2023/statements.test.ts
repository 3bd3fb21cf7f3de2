import { checkStatements } from "../check-statements";

describe("the district's published summary", () => {
  checkStatements("district-2023");
});
