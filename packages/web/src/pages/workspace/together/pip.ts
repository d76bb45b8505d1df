import { html, type TemplateResult } from "lit";
import type { Locker } from "../designer/field-locks.ts";
import "./pip.css";

/** The small mark of a peer at what they have at hand; their name on hover and for assistive technology. */
export function pip({ name, color }: Locker): TemplateResult {
  return html`<span class="pip" data-color=${color} title=${name}
    ><span aria-hidden="true">${[...name][0]}</span><span class="said">${name}</span></span
  >`;
}
