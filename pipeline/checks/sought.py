"""The forms that checks look for, each made ready when it is first asked."""

from pipeline.sought import sought as sought
