using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// A report, defined once: its name, what it can be asked with, its columns, and how it is made. The page, the
/// workbook and the API show what this makes and add nothing to it. Its title and what it answers are the texts
/// <c>Report.{Name}</c> and <c>ReportQuestion.{Name}</c>.
/// </summary>
public abstract class ReportDefinition
{
    /// <summary>In addresses, the same in every language.</summary>
    public abstract string Name { get; }

    /// <summary>Name of a Material symbol.</summary>
    public abstract string Icon { get; }

    public abstract IReadOnlyList<ReportInput> Inputs { get; }

    /// <summary>The tables that every report of this kind has; a report may have more of the same form.</summary>
    public abstract IReadOnlyList<ReportShape> Shapes { get; }

    /// <summary>Makes it in the language of the current request or circuit. Rows are made when they are read.</summary>
    public abstract Task<Result<Report>> MakeAsync(ReportRequest request, CancellationToken cancellation);
}
