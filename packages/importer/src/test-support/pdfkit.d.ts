/** The little of pdfkit that tests write with; the package brings no types. */
declare module "pdfkit" {
  export default class PdfDocument {
    constructor(options: object);
    text(text: string, x?: number, y?: number, options?: { readonly lineBreak?: boolean }): this;
    image(source: Uint8Array, x: number, y: number, options: { readonly width: number }): this;
    addPage(): this;
    on(event: "data", listener: (part: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    end(): void;
  }
}
