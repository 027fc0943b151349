export default function RootLayout({
  children,
  team,
}: Readonly<{
  children: React.ReactNode;
  team: React.ReactNode;
}>) {
  return (
    <html lang="en">
      <body>
        {children}
        {team}
      </body>
    </html>
  );
}
