using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Pages;

/// <summary>
/// All reports: what each can be asked with, its first rows and totals, and the way to the workbook. What is chosen
/// stands in the address, so that a link sent to somebody shows the same.
/// </summary>
public sealed partial class ReportsPage(
    ReportCatalog catalog,
    PreviewReport previewReport,
    MakeReport makeReport,
    ReportExports exports,
    ReportWords words,
    NavigationManager navigation,
    IOptions<ReportsOptions> options,
    IStringLocalizer<ReportsText> texts
) : IDisposable
{
    private const string ReportName = "report";
    private const string AsOfName = "asOf";
    private const string TableKey = "table";
    private const string JsonName = "JSON";

    private CancellationTokenSource? _loading;
    private string? _loaded;
    private ReportDefinition? _definition;
    private Dictionary<string, string?> _values = new(StringComparer.Ordinal);
    private ReportPreview? _preview;
    private string? _error;
    private string? _startError;
    private bool _starting;
    private ReportExportList? _list;

    /// <summary>Which report; the first where there is none of that name.</summary>
    [SupplyParameterFromQuery(Name = ReportName)]
    public string? Report { get; set; }

    /// <summary>Which of its tables is shown.</summary>
    [SupplyParameterFromQuery(Name = TableKey)]
    public string? TableName { get; set; }

    private IStringLocalizer<ReportsText> L => texts;

    public void Dispose()
    {
        _loading?.Cancel();
        _loading?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (string.Equals(_loaded, WithoutTable(navigation.Uri), StringComparison.Ordinal))
            return;
        _loaded = WithoutTable(navigation.Uri);
        if (_loading is not null)
        {
            await _loading.CancelAsync();
            _loading.Dispose();
        }
        _loading = new();
        var token = _loading.Token;
        _definition = catalog.Find(Report) ?? catalog.All[0];
        (_preview, _error, _startError) = (null, null, null);
        ReadAddress(_definition);
        try
        {
            var made = await previewReport.RunAsync(Access, _definition, ValueOf, token);
            if (made.TryGet(out var preview))
                TakeUsed(_preview = preview);
            else
                _error = string.Join(' ', made.Errors.Select(e => L.Explain(e)));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The person has left, or has asked for something else.
        }
    }

    private void ReadAddress(ReportDefinition definition)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(navigation.Uri).Query);
        _values = definition.Inputs.ToDictionary(i => i.Key, i => query[i.Key], StringComparer.Ordinal);
    }

    // What was not asked for has the report's own value now: it is shown in the fields.
    private void TakeUsed(ReportPreview preview)
    {
        foreach (var (key, value) in preview.Report.Inputs)
            _values[key] = value;
    }

    private string? ValueOf(string key) => _values.GetValueOrDefault(key);

    private void Go((string Key, string? Value) change) =>
        navigation.NavigateTo(
            navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [ReportName] = _definition!.Name,
                    [change.Key] = string.IsNullOrEmpty(change.Value) ? null : change.Value,
                }
            )
        );

    // The day goes along to another report; what else was chosen is this one's.
    private string LinkTo(ReportDefinition report)
    {
        var asOf = System.Web.HttpUtility.ParseQueryString(new Uri(navigation.Uri).Query)[AsOfName];
        return Access.Href("reports")
            + "?report="
            + report.Name
            + (DayNumber.TryParse(asOf) is { } day ? $"&{AsOfName}={day}" : "");
    }

    private string TableLink(string table) =>
        navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [ReportName] = _definition!.Name,
                [TableKey] = table,
            }
        );

    private string FileLink(string extension) =>
        Access.Href($"reports/{_definition!.Name}.{extension}")
        + "?"
        + string.Join(
            '&',
            _preview!
                .Report.Inputs.Where(i => i.Value.Length > 0)
                .Select(i => $"{i.Key}={Uri.EscapeDataString(i.Value)}")
        );

    private bool IsLong(Report report) => report.RowCount > options.Value.RowsAtOnce;

    private async Task StartAsync()
    {
        _starting = true;
        try
        {
            // Made anew: the ledger may have grown since the preview.
            var made = await makeReport.RunAsync(Access, _definition!, ValueOf, CancellationToken.None);
            var started = made.TryGet(out var report)
                ? await exports.StartAsync(Access, report, CancellationToken.None)
                : Result<ReportExportRow>.Failure(made.Errors);
            _startError = started.IsSuccess
                ? null
                : string.Join(' ', started.Errors.Select(e => L.Explain(e)));
            if (started.IsSuccess && _list is not null)
                await _list.LoadAsync();
        }
        finally
        {
            _starting = false;
        }
    }

    private string SizeText(ReportPreview preview) =>
        L.Plural("Rows", preview.Report.RowCount)
        + " · "
        + L.Plural("Sheets", preview.Tables.Count + preview.Report.Figures.Count + 1);

    // Of when, of which days, in which zone and at which price: within one glance of every number.
    private IEnumerable<(string Label, string Value)> Chips(Report report)
    {
        var facts = report.Facts.ToDictionary(f => f.Key, StringComparer.Ordinal);
        if (facts.TryGetValue("AsOf", out var asOf))
            yield return (L["ChipAsOf"], Display.Date(asOf.Value.Day));
        if (facts.TryGetValue("WindowFirst", out var first) && facts.TryGetValue("WindowLast", out var last))
            yield return (L["ChipWindow"], Display.Range(new(first.Value.Day, last.Value.Day)));
        else if (facts.TryGetValue("FirstDay", out first) && facts.TryGetValue("LastDay", out last))
            yield return (L["ChipDays"], Display.Range(new(first.Value.Day, last.Value.Day)));
        foreach (var key in (string[])["PriceBase", "ValuePrice", "TimeZone"])
        {
            if (facts.TryGetValue(key, out var fact))
                yield return ("", Show(fact));
        }
    }

    private string Show(ReportFigure fact) =>
        ReportCellText.Of(fact.Value, fact.Type, fact.Decimals, Access.Currency);

    private static string WithoutTable(string address)
    {
        var uri = new Uri(address);
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        query.Remove(TableKey);
        return uri.GetLeftPart(UriPartial.Path) + "?" + query;
    }
}
