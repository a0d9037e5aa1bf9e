using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerLoyaltyPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProgramVersionsAndSnapshots : Migration
    {
        private static readonly string[] WriteOnce =
        [
            "ProgramTransitions",
            "ProgramVersions",
            "LaunchSnapshots",
            "EconomicsChanges",
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_LoyaltyPrograms_OneRunning", table: "LoyaltyPrograms");

            migrationBuilder.AddColumn<int>(
                name: "MarginFloor",
                table: "SellerEconomics",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "NextMechanicJson",
                table: "LoyaltyPrograms",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "NextVersion",
                table: "LoyaltyPrograms",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "NextVersionFrom",
                table: "LoyaltyPrograms",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "OptionLockDays",
                table: "LoyaltyPrograms",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "LoyaltyPrograms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.CreateTable(
                name: "EconomicsChanges",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeforeJson = table.Column<string>(type: "TEXT", nullable: true),
                    AfterJson = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EconomicsChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EconomicsChanges_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GoodsCosts",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodsCosts", x => new { x.SellerId, x.Sku });
                    table.ForeignKey(
                        name: "FK_GoodsCosts_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LaunchSnapshots",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<int>(type: "INTEGER", nullable: false),
                    LedgerSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MechanicJson = table.Column<string>(type: "TEXT", nullable: false),
                    Buyers = table.Column<int>(type: "INTEGER", nullable: false),
                    Qualified = table.Column<int>(type: "INTEGER", nullable: false),
                    Revenue = table.Column<long>(type: "INTEGER", nullable: false),
                    QualifiedRevenue = table.Column<long>(type: "INTEGER", nullable: false),
                    Totals = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LaunchSnapshots", x => new { x.SellerId, x.ProgramId });
                    table.ForeignKey(
                        name: "FK_LaunchSnapshots_LoyaltyPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "LoyaltyPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_LaunchSnapshots_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProgramVersions",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    MechanicJson = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ProgramVersions",
                        x => new
                        {
                            x.SellerId,
                            x.ProgramId,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ProgramVersions_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_LoyaltyPrograms_OneRunning",
                table: "LoyaltyPrograms",
                column: "SellerId",
                unique: true,
                filter: "\"Status\" IN ('Scheduled', 'Active', 'Ending')"
            );

            migrationBuilder.CreateIndex(
                name: "IX_EconomicsChanges_SellerId",
                table: "EconomicsChanges",
                column: "SellerId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_LaunchSnapshots_ProgramId",
                table: "LaunchSnapshots",
                column: "ProgramId"
            );

            // Programs that were launched by an earlier portal have their offer as version 1.
            migrationBuilder.Sql(
                """
                UPDATE "LoyaltyPrograms" SET "Version" = 1 WHERE "StartsOn" IS NOT NULL;
                INSERT INTO "ProgramVersions"
                    ("SellerId", "ProgramId", "Number", "EffectiveFrom", "MechanicJson", "DecidedBy", "DecidedAt")
                SELECT "SellerId", "Id", 1, "StartsOn", "MechanicJson", "CreatedBy", "CreatedAt"
                FROM "LoyaltyPrograms" WHERE "StartsOn" IS NOT NULL;
                UPDATE "LoyaltyPrograms" SET "Status" = 'Ending' WHERE "Status" = 'Active' AND "LastDay" IS NOT NULL;
                """
            );
            // What is written once is guarded here too, against statements that pass the portal's interceptor by.
            foreach (var table in WriteOnce)
            {
                foreach (var what in (string[])["UPDATE", "DELETE"])
                    migrationBuilder.Sql(
                        $"""
                        CREATE TRIGGER "{table}_No_{what}" BEFORE {what} ON "{table}"
                        BEGIN SELECT RAISE(ABORT, '{table} is written once'); END;
                        """
                    );
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var what in (string[])["UPDATE", "DELETE"])
                migrationBuilder.Sql($"""DROP TRIGGER "ProgramTransitions_No_{what}";""");
            migrationBuilder.Sql(
                """UPDATE "LoyaltyPrograms" SET "Status" = 'Active' WHERE "Status" = 'Ending';"""
            );
            migrationBuilder.DropTable(name: "EconomicsChanges");

            migrationBuilder.DropTable(name: "GoodsCosts");

            migrationBuilder.DropTable(name: "LaunchSnapshots");

            migrationBuilder.DropTable(name: "ProgramVersions");

            migrationBuilder.DropIndex(name: "IX_LoyaltyPrograms_OneRunning", table: "LoyaltyPrograms");

            migrationBuilder.DropColumn(name: "MarginFloor", table: "SellerEconomics");

            migrationBuilder.DropColumn(name: "NextMechanicJson", table: "LoyaltyPrograms");

            migrationBuilder.DropColumn(name: "NextVersion", table: "LoyaltyPrograms");

            migrationBuilder.DropColumn(name: "NextVersionFrom", table: "LoyaltyPrograms");

            migrationBuilder.DropColumn(name: "OptionLockDays", table: "LoyaltyPrograms");

            migrationBuilder.DropColumn(name: "Version", table: "LoyaltyPrograms");

            migrationBuilder.CreateIndex(
                name: "IX_LoyaltyPrograms_OneRunning",
                table: "LoyaltyPrograms",
                column: "SellerId",
                unique: true,
                filter: "\"Status\" IN ('Scheduled', 'Active')"
            );
        }
    }
}
