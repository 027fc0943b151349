'use client';

import { useSelectedLayoutSegment, useSelectedLayoutSegments as useSegments, usePathname } from 'next/navigation';
import * as navigation from 'next/navigation';

export default function Tabs({ children }: { children: React.ReactNode }) {
  const one = useSelectedLayoutSegment('team');
  const all = useSegments("data-grid" as const);
  const other = navigation.useSelectedLayoutSegment(`modal`);
  const none = useSelectedLayoutSegment();
  const given = useSelectedLayoutSegment(usePathname());
  return <nav title={[one, all, other, none, given].join()}>{children}</nav>;
}
