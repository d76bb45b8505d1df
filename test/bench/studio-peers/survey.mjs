import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import { formFields, formValues } from "./form.mjs";

/** Fifty work standards as a survey on one page, one panel each, which takes what is typed at once. */
const model = new Model({
  textUpdateMode: "onTyping",
  elements: formValues.map((_, index) => ({
    type: "panel",
    name: `panel${index}`,
    title: `item${index}`,
    elements: formFields.map(({ name, title, kind, choices }) => ({
      type: choices ? "dropdown" : "text",
      name: `${name}${index}`,
      title,
      ...(choices ? { choices } : { inputType: kind }),
    })),
  })),
});
model.data = Object.fromEntries(
  formValues.flatMap((values, index) => Object.entries(values).map(([name, value]) => [`${name}${index}`, value])),
);
const host = document.querySelector("#host");
if (host) createRoot(host).render(createElement(Survey, { model }));
