using System.Globalization;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Logs what a page could not load, once, under a reference that the person is shown and nothing else.</summary>
public sealed partial class LoadFailures(ILogger<LoadFailures> log)
{
    public string Report(Exception failure)
    {
        var reference = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^8..];
        LogFailure(failure, reference);
        return reference;
    }

    [LoggerMessage(LogLevel.Error, "Analytics could not be loaded, reference {Reference}")]
    private partial void LogFailure(Exception failure, string reference);
}
