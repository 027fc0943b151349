"use client";
"use strict";
import { use, useEffect } from "react";

export default function Page({ promise }) {
  const value = use(promise);
  useEffect(() => {
    fetch("/api").then(async (response) => await response.json());
  });
  async function load() {
    await fetch("/x");
  }
  return <button onClick={load}>{value}</button>;
}
