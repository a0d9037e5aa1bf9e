using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>How long pages wait and how much is worked on at a time; section <c>AnalyticsOptions</c>.</summary>
public sealed class AnalyticsOptions
{
    /// <summary>A page that is rendered on the server waits this long for its numbers, then shows that they are coming.</summary>
    [Range(0, 60_000)]
    public int FirstAnswerMilliseconds { get; set; } = 700;

    /// <summary>How long work goes on that nobody waits for any more.</summary>
    [Range(0, 600)]
    public int LingerSeconds { get; set; } = 5;

    /// <summary>Forecasts at a time. One: a fit takes seconds of a processor that others' pages need too.</summary>
    [Range(1, 64)]
    public int BackgroundSlots { get; set; } = 1;
}
