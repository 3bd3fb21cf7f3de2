import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import type { Sources } from "./use-sources";

const otherSamples = ["district-2023", "district-2019", "city-2021", "city-forum-2021"] as const;

/** Districts to try the pane on: the county, the county with mistakes, and one for each other report. */
export function Samples({ load, busy }: { readonly load: NonNullable<Sources["loadSample"]>; readonly busy: boolean }) {
  const words = useWords();
  const styles = usePaneStyles();
  return (
    <div className={styles.wrap}>
      <Button size="small" icon={<BeakerRegular />} disabled={busy} onClick={() => void load("wenshang-2022")}>
        {words("imp.sample")}
      </Button>
      <Button size="small" appearance="subtle" disabled={busy} onClick={() => void load("wenshang-2022-dirty")}>
        {words("imp.sample.faulty")}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" appearance="subtle" disabled={busy}>
            {words("imp.sample.more")}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {otherSamples.map((name) => (
              <MenuItem key={name} onClick={() => void load(name)}>
                {words(`imp.sample.${name}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
