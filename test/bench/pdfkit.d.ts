/** The little of pdfkit that the benchmark writes with; the package brings no types. */
declare module "pdfkit" {
  interface TextOptions {
    readonly width?: number;
    readonly align?: "left" | "right";
  }

  export default class PdfDocument {
    constructor(options: { readonly size: string; readonly margin: number; readonly font: string });
    readonly page: { readonly width: number; readonly height: number };
    x: number;
    y: number;
    registerFont(name: string, source: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string, options?: TextOptions): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    moveDown(lines?: number): this;
    addPage(): this;
    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    end(): void;
  }
}
