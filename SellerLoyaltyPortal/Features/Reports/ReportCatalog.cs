namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>All reports that there are, in the order in which they are listed.</summary>
public sealed class ReportCatalog(IEnumerable<ReportDefinition> definitions)
{
    public IReadOnlyList<ReportDefinition> All { get; } = [.. definitions];

    /// <summary>Null where there is none of that name.</summary>
    public ReportDefinition? Find(string? name) =>
        All.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.Ordinal));
}
