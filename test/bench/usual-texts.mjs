// Files as long as people write them, a hundred lines with imports, types and JSX: what a linter does
// with a file grows with its length.

export const page = `import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import type { Metadata } from 'next';
import { Badge } from '@/components/badge';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/card';
import { formatCurrency, formatDate } from '@/lib/format';
import { getOrders, type Order } from '@/lib/orders';

export const metadata: Metadata = {
  title: 'Orders',
  description: 'Everything that was ordered, the newest first.',
};

interface PageProps {
  readonly params: Promise<{ readonly team: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>;
}

const states = {
  open: { label: 'Open', tone: 'info' },
  paid: { label: 'Paid', tone: 'success' },
  late: { label: 'Late', tone: 'warning' },
} as const;

function totalOf(orders: readonly Order[]): number {
  return orders.reduce((sum, { amount, discount = 0 }) => sum + amount * (1 - discount), 0);
}

function byDate(a: Order, b: Order): number {
  if (a.date === b.date) return a.id < b.id ? -1 : 1;
  return a.date < b.date ? 1 : -1;
}

export default async function OrdersPage({ params, searchParams }: PageProps) {
  const { team } = await params;
  const { state, page = '1' } = await searchParams;
  const orders = await getOrders(team, { state, page: Number.parseInt(page, 10) });
  if (orders === undefined) notFound();

  const sorted = [...orders].sort(byDate);
  const total = totalOf(sorted);

  return (
    <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-7">
      <Card className="col-span-4">
        <CardHeader>
          <CardTitle>Orders of {team}</CardTitle>
          <p className="text-sm text-muted">
            {sorted.length} orders, {formatCurrency(total)} in all
          </p>
        </CardHeader>
        <CardContent>
          {sorted.length === 0 ? (
            <p>Nothing was ordered yet.</p>
          ) : (
            <ul className="divide-y">
              {sorted.map((order) => (
                <OrderRow key={order.id} order={order} team={team} />
              ))}
            </ul>
          )}
        </CardContent>
      </Card>
      <Suspense fallback={<p>Loading…</p>}>
        <Summary orders={sorted} />
      </Suspense>
    </div>
  );
}

function OrderRow({ order, team }: { order: Order; team: string }) {
  const { label, tone } = states[order.state];
  return (
    <li className="flex items-center justify-between py-2">
      <Link href={\`/\${team}/orders/\${order.id}\`} className="font-medium hover:underline">
        {order.customer.name}
      </Link>
      <time dateTime={order.date}>{formatDate(order.date)}</time>
      <Badge tone={tone}>{label}</Badge>
      <span className="tabular-nums">{formatCurrency(order.amount)}</span>
    </li>
  );
}

async function Summary({ orders }: { orders: readonly Order[] }) {
  const late = orders.filter(({ state }) => state === 'late');
  return (
    <Card className="col-span-3">
      <CardHeader>
        <CardTitle>Late</CardTitle>
      </CardHeader>
      <CardContent>
        <p>{late.length === 0 ? 'None.' : \`\${String(late.length)} orders are late.\`}</p>
      </CardContent>
    </Card>
  );
}
`;

/** A page of a slot: what it is called is for the page of `children` to say, and its data loads in `Suspense`. */
export const slotPage = `import Link from 'next/link';
import { Suspense } from 'react';
import { Badge } from '@/components/badge';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/card';
import { Skeleton } from '@/components/skeleton';
import { formatCurrency, formatDate } from '@/lib/format';
import { getOrders, type Order } from '@/lib/orders';

interface PageProps {
  readonly params: Promise<{ readonly team: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>;
}

interface ListProps {
  readonly team: string;
  readonly state: string | undefined;
  readonly page: number;
}

const states = {
  open: { label: 'Open', tone: 'info' },
  paid: { label: 'Paid', tone: 'success' },
  late: { label: 'Late', tone: 'warning' },
} as const;

function totalOf(orders: readonly Order[]): number {
  return orders.reduce((sum, { amount, discount = 0 }) => sum + amount * (1 - discount), 0);
}

function byDate(a: Order, b: Order): number {
  if (a.date === b.date) return a.id < b.id ? -1 : 1;
  return a.date < b.date ? 1 : -1;
}

export default async function RecentOrders({ params, searchParams }: PageProps) {
  const { team } = await params;
  const { state, page = '1' } = await searchParams;

  return (
    <div className="grid gap-4">
      <Card>
        <CardHeader>
          <CardTitle>Recent orders of {team}</CardTitle>
          <nav className="flex gap-2">
            <Link href={\`/\${team}/orders?state=open\`}>Open</Link>
            <Link href={\`/\${team}/orders?state=paid\`}>Paid</Link>
            <Link href={\`/\${team}/orders?state=late\`}>Late</Link>
          </nav>
        </CardHeader>
        <CardContent>
          <Suspense fallback={<Skeleton rows={8} />}>
            <OrderList team={team} state={state} page={Number.parseInt(page, 10)} />
          </Suspense>
        </CardContent>
      </Card>
    </div>
  );
}

async function OrderList({ team, state, page }: ListProps) {
  const orders = await getOrders(team, { state, page });
  if (orders === undefined) return <p>Nothing was ordered yet.</p>;
  const sorted = [...orders].sort(byDate);
  const total = totalOf(sorted);
  return (
    <>
      <p className="text-sm text-muted">
        {sorted.length} orders, {formatCurrency(total)} in all
      </p>
      <ul className="divide-y">
        {sorted.map((order) => (
          <OrderRow key={order.id} order={order} team={team} />
        ))}
      </ul>
    </>
  );
}

function OrderRow({ order, team }: { order: Order; team: string }) {
  const { label, tone } = states[order.state];
  return (
    <li className="flex items-center justify-between py-2">
      <Link href={\`/\${team}/orders/\${order.id}\`} className="font-medium hover:underline">
        {order.customer.name}
      </Link>
      <time dateTime={order.date}>{formatDate(order.date)}</time>
      <Badge tone={tone}>{label}</Badge>
      <span className="tabular-nums">{formatCurrency(order.amount)}</span>
    </li>
  );
}
`;

export const layout = `import Link from 'next/link';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Sidebar, SidebarItem } from '@/components/sidebar';
import { getSession } from '@/lib/session';

export const metadata: Metadata = {
  title: { template: '%s | Dashboard', default: 'Dashboard' },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

const items = [
  { href: '/dashboard', label: 'Overview', icon: 'home' },
  { href: '/dashboard/orders', label: 'Orders', icon: 'cart' },
  { href: '/dashboard/customers', label: 'Customers', icon: 'people' },
  { href: '/dashboard/settings', label: 'Settings', icon: 'cog' },
] as const;

interface DashboardProps {
  readonly children: ReactNode;
  readonly team: ReactNode;
  readonly stats: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

export default async function DashboardLayout({ children, team, stats, params }: DashboardProps) {
  const { locale } = await params;
  const session = await getSession();
  const isAdmin = session?.roles.includes('admin') ?? false;

  return (
    <div className="flex min-h-screen" lang={locale}>
      <Sidebar>
        {items.map(({ href, label, icon }) => (
          <SidebarItem key={href} icon={icon}>
            <Link href={href}>{label}</Link>
          </SidebarItem>
        ))}
        {isAdmin && (
          <SidebarItem icon="shield">
            <Link href="/admin">Administration</Link>
          </SidebarItem>
        )}
      </Sidebar>
      <div className="flex-1 space-y-4 p-8">
        <Breadcrumbs locale={locale} />
        <main>{children}</main>
        <div className="grid gap-4 md:grid-cols-2">
          <section aria-label="Team">{team}</section>
          <section aria-label="Statistics">{stats}</section>
        </div>
        <footer className="text-sm text-muted">
          {session === undefined ? (
            <Link href="/sign-in">Sign in</Link>
          ) : (
            <p>
              Signed in as {session.user.name} <Link href="/sign-out">Sign out</Link>
            </p>
          )}
        </footer>
      </div>
    </div>
  );
}
`;
