/// <reference types="vite/client" />

/** The submodels of docs/model.md, put into the page when it is built. */
declare module 'virtual:odd' {
  const odd: { rule: string; heading: string; text: string }[];
  export default odd;
}
