#!/usr/bin/env node
/** @param {{ team: React.ReactNode }} props */
export default function Layout({ team }) {
  return team;
}
