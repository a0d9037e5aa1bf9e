using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>What the columns of a received file mean, and how its first rows will then be stored.</summary>
public sealed partial class MappingCard(
    ImportJobs jobs,
    MarketplaceReports reports,
    IStringLocalizer<PurchasesText> texts
) : ComponentBase
{
    private static readonly PurchaseLayout[] Choosable =
    [
        PurchaseLayout.PortalCsv,
        PurchaseLayout.OnlineRetail,
        PurchaseLayout.Cdnow,
        PurchaseLayout.CdnowSample,
        PurchaseLayout.Mapped,
    ];

    private FileInspection _inspection = null!;
    private ImportMapping _mapping = null!;
    private PurchaseLayout _layout;
    private FilePreview? _preview;
    private bool _remember = true;
    private bool _working;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required ImportJob Job { get; set; }

    /// <summary>The job is being checked, or gone.</summary>
    [Parameter]
    public EventCallback Moved { get; set; }

    private IStringLocalizer L => texts;

    private bool NamesNoBuyers => _layout is PurchaseLayout.Ozon or PurchaseLayout.Wildberries;

    private IEnumerable<string> Encodings =>
        FileDialect.Encodings.Contains(_inspection.Dialect.Encoding, StringComparer.Ordinal)
            ? FileDialect.Encodings
            : FileDialect.Encodings.Prepend(_inspection.Dialect.Encoding);

    private string Sentence =>
        _inspection.SavedAt is { } saved ? L["MappingRemembered", Display.Moment(saved, Access.Calendar)]
        : _inspection.Mapping.Preset is { } preset && Job.Inspection.Layout == PurchaseLayout.Mapped
            ? L["MappingLooksLike", L["Layout" + preset]]
        : Job.Inspection.Layout != PurchaseLayout.Mapped
            ? L["MappingLooksLike", L["Layout" + Job.Inspection.Layout]]
        : L["MappingUnknown"];

    protected override async Task OnInitializedAsync()
    {
        (_inspection, _layout) = (Job.Inspection, Job.Layout);
        _mapping = Job.Mapping ?? Job.Inspection.Mapping;
        if (!NamesNoBuyers)
            await PreviewAsync();
        if (Job.Errors is [var told, ..])
            _error = L.Explain(told);
    }

    private string KindText(PurchaseLayout kind) =>
        kind == PurchaseLayout.Mapped && _mapping.Preset is { } preset
            ? L["Layout" + preset]
            : L["Layout" + kind];

    private static string PersonalNote(ColumnField field) =>
        field switch
        {
            ColumnField.BuyerToHash => "PersonalHashed",
            ColumnField.Ignored => "PersonalIgnored",
            _ => "PersonalRefused",
        };

    private Task OnLayout(ChangeEventArgs e)
    {
        _layout = Chosen<PurchaseLayout>(e);
        return PreviewAsync();
    }

    private Task OnDates(ChangeEventArgs e) => SetAsync(_mapping with { Dates = Chosen<DateLayout>(e) });

    private Task OnPrices(ChangeEventArgs e) => SetAsync(_mapping with { Prices = Chosen<PriceMeaning>(e) });

    private Task OnDecimals(ChangeEventArgs e) =>
        SetAsync(_mapping with { DecimalSign = e.Value as string == "comma" ? ',' : '.' });

    private Task OnStatuses(ChangeEventArgs e) =>
        SetAsync(
            _mapping with
            {
                CountedStatuses = ((string?)e.Value ?? "").Split(
                    ',',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                ),
            }
        );

    private Task OnFieldAsync(int at, ChangeEventArgs e) =>
        SetAsync(
            _mapping with
            {
                Columns =
                [
                    .. _mapping.Columns.Select(
                        (c, i) => i == at ? c with { Field = Chosen<ColumnField>(e) } : c
                    ),
                ],
            }
        );

    private Task OnDelimiter(ChangeEventArgs e) =>
        InspectAsync(_mapping with { Delimiter = DialectText.Delimiter((string?)e.Value) });

    private Task OnEncoding(ChangeEventArgs e) => InspectAsync(_mapping with { Encoding = (string?)e.Value });

    private Task OnHeader(ChangeEventArgs e) => InspectAsync(_mapping with { HasHeader = e.Value is true });

    private static T Chosen<T>(ChangeEventArgs e)
        where T : struct, Enum => Enum.Parse<T>((string)e.Value!);

    // Other columns, so what was said of the former ones does not hold any more.
    private async Task InspectAsync(ImportMapping chosen)
    {
        var inspected = await jobs.InspectAsync(Job, chosen, CancellationToken.None);
        if (!inspected.TryGet(out var inspection))
        {
            _error = L.Explain(inspected.Errors[0]);
            return;
        }
        _inspection = inspection;
        await SetAsync(inspection.Mapping);
    }

    private Task SetAsync(ImportMapping mapping)
    {
        _mapping = mapping;
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        (_error, _preview) = (null, null);
        if (
            _layout == PurchaseLayout.Mapped
            && (_mapping.Problems() is [var lacking, ..] ? lacking : _inspection.PersonalProblem(_mapping))
                is { } problem
        )
        {
            _error = L.Explain(problem);
            return;
        }
        var preview = await jobs.PreviewAsync(Access, Job, _layout, _mapping, CancellationToken.None);
        if (preview.TryGet(out var rows))
            _preview = rows;
        else
            _error = L.Explain(preview.Errors[0]);
    }

    private async Task CheckAsync()
    {
        _working = true;
        await TellAsync(
            await jobs.CheckAsync(Access, Job, _layout, _mapping, _remember, CancellationToken.None)
        );
        _working = false;
    }

    private async Task KeepAsync()
    {
        _working = true;
        var kept = await reports.KeepAsync(Access, Job, CancellationToken.None);
        _working = false;
        _error = kept.IsSuccess ? null : L.Explain(kept.Errors[0]);
        if (kept.IsSuccess)
            await Moved.InvokeAsync();
    }

    private async Task EndAsync() =>
        await TellAsync(await jobs.EndAsync(Access, Job, CancellationToken.None));

    private async Task TellAsync(Result<ImportJob> result)
    {
        _error = result.IsSuccess ? null : L.Explain(result.Errors[0]);
        if (result.IsSuccess)
            await Moved.InvokeAsync();
    }
}
