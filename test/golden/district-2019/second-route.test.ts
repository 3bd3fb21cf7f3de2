import { checkSecondRoute } from "../check-second-route";

checkSecondRoute("district-2019", 6);
