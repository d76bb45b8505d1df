import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/**
 * The font files a PDF may use, as paths: Noto Sans SC 400 and 700 for text, Noto Serif SC 700 for headings (OFL).
 * Whole files, not subsets, because rare surnames (䶮, 㛃, 𠅤) live in their outer blocks.
 */
export const fontFiles = {
  text: resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  strong: resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  heading: resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
} as const;
