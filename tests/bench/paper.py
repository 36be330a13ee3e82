"""What drawing one paper costs, for a process of its own that holds nothing else."""

import resource
import time

from apps.common import pdf


def drawn(html: str, times: int) -> tuple[float, float, float]:
    """Seconds of processor and of the clock for each drawing, and the most memory that one took, in MB."""
    pdf.draw(html)
    before, own, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time(), time.perf_counter()
    for _ in range(times):
        pdf.draw(html)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime + time.process_time() - own
    return cpu / times, (time.perf_counter() - start) / times, after.ru_maxrss / 1024
