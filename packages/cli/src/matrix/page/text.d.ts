/** The build puts the files of the page in as text. */
declare module '*.css' {
  const text: string;
  export default text;
}

declare module '*.html' {
  const text: string;
  export default text;
}

declare module '*/script.js' {
  const text: string;
  export default text;
}
