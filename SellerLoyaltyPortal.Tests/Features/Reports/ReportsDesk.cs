using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Tests.Features.Analytics;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

/// <summary>The whole portal with one seller who has CDNOW's sample as ledger: 2,357 buyers, eighteen months.</summary>
public sealed class ReportsDesk : IAsyncLifetime, IDisposable
{
    public PortalWebFactory Portal { get; } = new();

    public Seller Seller { get; private set; } = default!;

    public PortalUser Analyst { get; private set; } = default!;

    public SellerAccess Access { get; private set; } = default!;

    public ReportCatalog Catalog => Portal.Services.GetRequiredService<ReportCatalog>();

    public async Task InitializeAsync()
    {
        Seller = await Portal.AddSellerAsync("cdnow", "USD", "America/New_York");
        Analyst = await Portal.AddMemberAsync(Seller, SellerRole.Analyst);
        Access = await Portal.AccessOfAsync(Analyst, Seller);
        await CdnowImport.RunAsync(Portal, Seller);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Portal.Dispose();

    public async Task<Report> MakeAsync(string name, params (string Key, string Value)[] inputs)
    {
        var made = await Portal
            .Services.GetRequiredService<MakeReport>()
            .RunAsync(Access, Catalog.Find(name)!, Inputs(inputs), CancellationToken.None);
        return made.Value;
    }

    public MemoryStream Workbook(Report report, int? mostRows = null)
    {
        var file = new MemoryStream();
        var workbooks = Portal.Services.GetRequiredService<WriteWorkbook>();
        if (mostRows is { } most)
            workbooks.Run(report, file, progress: null, most, CancellationToken.None);
        else
            workbooks.Run(report, file, progress: null, CancellationToken.None);
        file.Position = 0;
        return file;
    }

    public static Func<string, string?> Inputs(params (string Key, string Value)[] inputs) =>
        key => inputs.FirstOrDefault(i => i.Key == key).Value;
}
