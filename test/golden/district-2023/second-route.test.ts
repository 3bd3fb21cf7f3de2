import { checkSecondRoute } from "../check-second-route";

checkSecondRoute("district-2023", 5);
