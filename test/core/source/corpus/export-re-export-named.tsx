export { DashboardLayout as default } from '@/layouts';
export * from './more';
export * as config from './config';
