import { use, cache, Suspense } from 'react';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';

const config = await load();
const getTeam = cache(async (id: string) => {
  const response = await fetch(`/api/${id}`);
  return response.json();
});

async function save() {
  'use server';
  await getTeam('saved');
}

export async function generateMetadata() {
  const only = await metadataOnly();
  return { title: only };
}

async function metadataOnly() {
  return await Promise.resolve(String(config));
}

async function Members() {
  const members = await getTeam('1');
  return <ul>{members.length}</ul>;
}

function Greeting({ promise }: { promise: Promise<string> }) {
  return <p>{use(promise)}</p>;
}

export default function Page() {
  const jar = cookies();
  connection();
  const onSubmit = async () => {
    await headers();
  };
  return (
    <form action={save} onSubmit={onSubmit}>
      <Suspense>
        <Members />
      </Suspense>
      <Greeting promise={jar.then(String)} />
    </form>
  );
}
