import { use } from 'react';

export default async function Page(props: PageProps<'/[id]'>) {
  const { params } = props;
  const [{ id }, query] = await Promise.all([params, props.searchParams]);
  return (
    <>
      <ById params={params} />
      <ByAlias params={params} />
      <ByUse params={params} />
      <WithData params={params} />
      <Streamed params={params} />
      <Save id={id} q={query.q} />
    </>
  );
}

async function ById({ params: promise = Promise.resolve({ id: '1' }) }) {
  return <p>{(await promise).id}</p>;
}

async function ByAlias(props: { params: Promise<{ id: string }> }) {
  const later = props!.params as Promise<{ id: string }>;
  const { id } = await later;
  return <p>{id}</p>;
}

function ByUse({ params }: { params: Promise<{ id: string }> }) {
  return <p>{use(params).id}</p>;
}

async function WithData({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <p>{await load(id)}</p>;
}

async function Streamed({ params }: { params: Promise<{ id: string }> }) {
  for await (const part of parts(params)) return <p>{part}</p>;
  return null;
}

function Save({ id, q }: { id: string; q: string }) {
  async function save() {
    'use server';
    await store(id, q);
  }
  return <form action={save} />;
}

async function store(id: string, q: string) {
  await fetch('/store', { body: id + q });
}
