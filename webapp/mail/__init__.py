"""Mail: rendered and queued with the change it tells of, sent by the worker."""
