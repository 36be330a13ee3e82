"""Exchange files on their way into the books."""

from apps.exchange.services.folders import FolderRefused, Problem, Taken, Watch, import_folder
from apps.exchange.services.sheets import left_over

__all__ = ["FolderRefused", "Problem", "Taken", "Watch", "import_folder", "left_over"]
