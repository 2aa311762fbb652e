import { Link } from '@tanstack/react-router';

export const dutyLink = ({ id, task }: { readonly id: string; readonly task: string }) => (
  <Link to="/viec-giao/$id" params={{ id }}>
    {task}
  </Link>
);
