interface Layout {
  team: React.ReactNode;
}
export type { Layout as default };
