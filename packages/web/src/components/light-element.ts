import { LitElement } from "lit";
import { LanguageController } from "../app/language.ts";

/**
 * An element that draws into the page itself, so that the page's styles, its search and its reading order hold inside it,
 * and that draws anew when the reader switches the language.
 */
export class LightElement extends LitElement {
  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }
}
