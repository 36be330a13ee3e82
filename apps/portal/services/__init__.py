"""What the portal does beyond showing pages: it fills itself with people to try it with."""

from apps.portal.services.demonstration import load_demonstration

__all__ = ["load_demonstration"]
