/** Entries of the jobs in the process's log: names, ids of municipalities and codes. */
export type JobNotice =
  | { readonly what: 'task-fault'; readonly task: string; readonly tenant: string; readonly failure: string }
  | { readonly what: 'job-fault'; readonly job: string; readonly tenant?: string; readonly failure: string }
  | { readonly what: 'queue-fault'; readonly queue: string; readonly failure: string }
  | { readonly what: 'queue-works'; readonly queue: string };
export type ReportJobs = (notice: JobNotice) => void;
