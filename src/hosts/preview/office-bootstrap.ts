import "@fontsource-variable/noto-sans-sc/index.css";
import { connectFrame } from "../../excel-stand-in/preview";

// Stands where the Office loader stands in Excel.
connectFrame();
