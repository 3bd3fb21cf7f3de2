import { createContext, useContext } from "react";
import { wordsIn, type Words } from "./ui-text";

const WordsContext = createContext<Words>(wordsIn("zh"));

export const WordsProvider = WordsContext.Provider;
export const useWords = (): Words => useContext(WordsContext);
