"""What ``/metrics`` shows. A registry per platform, so that two in one process do not add up."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

MEDIA_TYPE = CONTENT_TYPE_LATEST


class PlatformMetrics:
    """Counters and histograms."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "learnup_requests", "Requests by route and status.", ["method", "route", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "learnup_request_seconds",
            "Time to answer.",
            ["method", "route"],
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0),
            registry=self.registry,
        )
        self.connections = Gauge("learnup_realtime_connections", "Open Socket.IO connections.", registry=self.registry)
        self.sign_ins = Counter("learnup_sign_ins", "Sign-ins by outcome.", ["outcome"], registry=self.registry)
        self.refused = Counter("learnup_rate_limited", "Requests refused by the rate limit.", registry=self.registry)

    def expose(self) -> bytes:
        """Prometheus' text format."""
        return generate_latest(self.registry)
