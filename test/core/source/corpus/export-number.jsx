const page = 42;
export default page;
