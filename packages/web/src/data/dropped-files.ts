/** A file on its way to the server: its name, or its path in the folder it was dropped with. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** Files a system leaves in folders for itself. */
const hidden = /(?:^|\/)(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/u;

/** What was chosen with a file field; a chosen folder gives its files with their paths. */
export function chosenFiles(field: HTMLInputElement): readonly NamedFile[] {
  return named([...(field.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/** What was dropped, folders read to their last file. Call it within the drop event: later its entries are gone. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return named([...transfer.files].map((file) => ({ name: file.name, file })));
  return named((await Promise.all(entries.map((entry) => filesIn(entry)))).flat());
}

function named(files: readonly NamedFile[]): readonly NamedFile[] {
  return files.filter(({ name }) => !hidden.test(name));
}

async function filesIn(entry: FileSystemEntry): Promise<readonly NamedFile[]> {
  if (entry instanceof FileSystemFileEntry || entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ name: entry.fullPath.replace(/^\//u, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A reader hands out a folder in portions; an empty one is the last.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (portion.length === 0) break;
    inside.push(...portion);
  }
  return (await Promise.all(inside.map((one) => filesIn(one)))).flat();
}
