import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressors = {
  gz: (content) => promisify(gzip)(content, { level: 6 }),
  // Higher levels take many times as long for the code editor and gain a few hundredths.
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/**
 * Puts compressed twins (`.br`, `.gz`) beside the built texts, which the server sends to browsers that take them: each
 * file is compressed once, not for every reader. Fonts are compressed already.
 *
 * @returns {import("vite").Plugin}
 */
export function precompress() {
  return {
    name: "precompress",
    apply: "build",
    async writeBundle({ dir }) {
      const names = await readdir(dir, { recursive: true });
      const texts = names.filter((name) => /\.(js|css|html|svg|json)$/.test(name));
      await Promise.all(texts.map((name) => twins(join(dir, name))));
    },
  };
}

async function twins(path) {
  const content = await readFile(path);
  await Promise.all(
    Object.entries(compressors).map(async ([ending, compress]) => {
      const small = await compress(content);
      if (small.length < content.length) await writeFile(`${path}.${ending}`, small);
    }),
  );
}
