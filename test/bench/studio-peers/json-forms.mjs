import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { formFields, formValues } from "./form.mjs";

/** Fifty work standards as a form of JSON Forms with its plain renderers, which keeps its data as its examples do. */
const types = { text: { type: "string" }, number: { type: "number" } };
const item = {
  type: "object",
  properties: Object.fromEntries(
    formFields.map(({ name, title, kind, choices }) => [
      name,
      { title, ...(choices ? { type: "string", enum: choices } : types[kind]) },
    ]),
  ),
};
const keys = formValues.map((_, index) => `item${index}`);
const schema = { type: "object", properties: Object.fromEntries(keys.map((key) => [key, item])) };
const uischema = {
  type: "VerticalLayout",
  elements: keys.map((key) => ({
    type: "Group",
    label: key,
    elements: formFields.map(({ name }) => ({
      type: "Control",
      scope: `#/properties/${key}/properties/${name}`,
    })),
  })),
};

function Form() {
  const [data, setData] = useState(Object.fromEntries(keys.map((key, index) => [key, formValues[index]])));
  const onChange = (event) => setData(event.data);
  return createElement(JsonForms, {
    schema,
    uischema,
    data,
    renderers: vanillaRenderers,
    cells: vanillaCells,
    onChange,
  });
}

const host = document.querySelector("#host");
if (host) createRoot(host).render(createElement(Form));
