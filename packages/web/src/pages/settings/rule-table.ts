import { configurableFindings, type Severities, type Severity } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";

const levels: readonly (Severity | "off")[] = ["off", "info", "warning", "error"];

/** Every finding whose severity can be set: its name, why it is looked for, and how severe it is here. */
export function ruleTable(
  severities: Severities,
  locked: boolean,
  change: (code: string, level: Severity | "off" | undefined) => void,
): TemplateResult {
  return html`<table class="rules">
    <thead>
      <tr>
        <th scope="col">${t("web.settings.rules.finding")}</th>
        <th scope="col">${t("web.settings.rules.severity")}</th>
      </tr>
    </thead>
    <tbody>
      ${configurableFindings.map(({ code, severity }) => {
        const name = t(`web.settings.rule.${code}.name`);
        // What was set for the whole area holds where nothing was set for the code.
        const set = severities[code] ?? severities[code.slice(0, code.indexOf("/"))];
        return html`<tr data-rule=${code} ?data-set=${set !== undefined}>
          <th scope="row">
            <b>${name}</b><span>${t(`web.settings.rule.${code}.why`)}</span>
          </th>
          <td>
            <select
              class="f"
              aria-label=${t("web.settings.rules.severityOf", { name })}
              ?disabled=${locked}
              .value=${set ?? ""}
              @change=${(event: Event) => change(code, levelOf((event.target as HTMLSelectElement).value))}
            >
              <option value="" ?selected=${set === undefined}>
                ${t("web.settings.rules.usual", { level: t(`web.settings.level.${severity}`) })}
              </option>
              ${levels.map((level) => html`<option value=${level} ?selected=${set === level}>${t(`web.settings.level.${level}`)}</option>`)}
            </select>
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function levelOf(value: string): Severity | "off" | undefined {
  return levels.find((level) => level === value);
}
