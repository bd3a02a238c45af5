"""The local AWS engine of Waypost: MiniStack at one pinned version, and the patches that make it behave as AWS does."""

MINISTACK_VERSION = "1.5.33"
