using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;

namespace SellerLoyaltyPortal.Tests.Features.Reports.Api;

public sealed class ReportsApiTests(ReportsDesk desk) : IClassFixture<ReportsDesk>
{
    [Fact]
    public async Task List_Always_HasEveryReportWithInputsAndColumns()
    {
        using var machine = await desk.Portal.MachineAsync(desk.Seller, ApiScope.ReportsRead);

        var reports = await machine.GetFromJsonAsync<JsonElement>("/api/v1/reports");

        Assert.Equal(
            desk.Catalog.All.Select(d => d.Name),
            reports.EnumerateArray().Select(r => r.GetProperty("name").GetString())
        );
        var qualifying = reports
            .EnumerateArray()
            .Single(r => r.GetProperty("name").GetString() == "qualifying");
        Assert.Equal("threshold", qualifying.GetProperty("inputs")[0].GetProperty("name").GetString());
        var total = qualifying.GetProperty("tables")[0].GetProperty("columns")[2];
        Assert.Equal("Total", total.GetProperty("key").GetString());
        Assert.Equal("money", total.GetProperty("type").GetString());
        Assert.Equal("USD", total.GetProperty("unit").GetString());
    }

    [Fact]
    public async Task EveryReport_ForAMachine_HasTheSameTotalsAsForAPerson()
    {
        using var machine = await desk.Portal.MachineAsync(desk.Seller, ApiScope.ReportsRead);
        machine.DefaultRequestHeaders.Add("Accept-Language", "ru");
        using var person = await desk.Portal.SignedInAsync(desk.Analyst);
        foreach (var definition in desk.Catalog.All)
        {
            var query = definition.Inputs.Any(i => i.Key == "threshold") ? "?threshold=100" : "";

            using var machines = JsonDocument.Parse(
                await machine.GetStringAsync(
                    new Uri($"/api/v1/reports/{definition.Name}.json{query}", UriKind.Relative)
                )
            );
            using var persons = JsonDocument.Parse(
                await person.GetStringAsync(
                    new Uri($"/sellers/cdnow/reports/{definition.Name}.json{query}", UriKind.Relative)
                )
            );
            using var workbook = new MemoryStream(
                await machine.GetByteArrayAsync(
                    new Uri($"/api/v1/reports/{definition.Name}.xlsx{query}", UriKind.Relative)
                )
            );

            Assert.Equal(
                persons.RootElement.GetProperty("tables").GetRawText(),
                machines.RootElement.GetProperty("tables").GetRawText()
            );
            var sheets = WorkbookReading.Sheets(workbook);
            foreach (var table in machines.RootElement.GetProperty("tables").EnumerateArray())
                Assert.Equal(
                    Math.Max(1, table.GetProperty("rowCount").GetInt32()) + 2,
                    sheets[table.GetProperty("title").GetString()!].Count
                );
        }
    }

    [Theory]
    [InlineData("qualifying.json?threshold=-1", "AmountInAddress", "threshold")]
    [InlineData("qualifying.xlsx?asOf=soon", "DayInAddress", "asOf")]
    [InlineData("retention.json?asOf=2999-01-01", "DayTooFarInAddress", "asOf")]
    [InlineData("retention.json?period=Decade", "ChoiceInAddress", "period")]
    [InlineData("retention.json?treshold=1", "InputIsNotKnown", "treshold")]
    [InlineData("program-economics.json?program=999", "ProgramIsNotThere", "program")]
    [InlineData("ledger.json?from=2020-01-02&to=2020-01-01", "FirstDayIsAfterTheLast", "from")]
    public async Task Get_WrongInput_IsRefusedByName(string address, string code, string path)
    {
        using var machine = await desk.Portal.MachineAsync(desk.Seller, ApiScope.ReportsRead);

        using var answer = await machine.GetAsync(new Uri("/api/v1/reports/" + address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, body.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(path, body.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Get_KeyOfAnotherSeller_SeesNothingOfThisOne()
    {
        var other = await desk.Portal.AddSellerAsync("another-shop");
        await desk.Portal.AddMemberAsync(other, SellerRole.Owner);
        using var machine = await desk.Portal.MachineAsync(other, ApiScope.ReportsRead);
        foreach (var definition in desk.Catalog.All)
        {
            using var report = JsonDocument.Parse(
                await machine.GetStringAsync(
                    new Uri($"/api/v1/reports/{definition.Name}.json", UriKind.Relative)
                )
            );

            Assert.DoesNotContain(
                "cdnow",
                report.RootElement.GetRawText(),
                StringComparison.OrdinalIgnoreCase
            );
            foreach (var table in report.RootElement.GetProperty("tables").EnumerateArray())
            foreach (var total in table.GetProperty("totals").EnumerateObject())
                Assert.Equal(0, total.Value.GetDouble());
        }
    }

    [Fact]
    public async Task Description_Reports_NamesTheInputs()
    {
        using var anybody = desk.Portal.Anonymous();

        var description = await anybody.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var parameters = description
            .GetProperty("paths")
            .GetProperty("/api/v1/reports/{name}.xlsx")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(p => p.GetProperty("name").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            desk.Catalog.All.SelectMany(d => d.Inputs).Select(i => i.Key).ToHashSet(StringComparer.Ordinal),
            parameters
        );
    }
}
