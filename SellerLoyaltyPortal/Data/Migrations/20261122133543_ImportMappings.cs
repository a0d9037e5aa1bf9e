using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerLoyaltyPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class ImportMappings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "UndoneAt",
                table: "PurchaseImports",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "UndoneBy",
                table: "PurchaseImports",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "RewrittenAtSequence",
                table: "LedgerHeads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.CreateTable(
                name: "BuyerSecrets",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BuyerSecrets", x => x.SellerId);
                    table.ForeignKey(
                        name: "FK_BuyerSecrets_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ImportDependencies",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    LaterImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ImportDependencies",
                        x => new
                        {
                            x.SellerId,
                            x.ImportId,
                            x.LaterImportId,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SavedMappings",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    MappingJson = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SavedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedMappings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedMappings_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "UndoneLines",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneAtSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Buyer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LineId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SupersededBy = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    ListAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    SellerAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    WithLoyaltyDiscount = table.Column<bool>(type: "INTEGER", nullable: false),
                    BoughtAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedQuantity = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UndoneLines", x => new { x.SellerId, x.Sequence });
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SavedMappings_SellerId_Signature",
                table: "SavedMappings",
                columns: new[] { "SellerId", "Signature" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "BuyerSecrets");

            migrationBuilder.DropTable(name: "ImportDependencies");

            migrationBuilder.DropTable(name: "SavedMappings");

            migrationBuilder.DropTable(name: "UndoneLines");

            migrationBuilder.DropColumn(name: "UndoneAt", table: "PurchaseImports");

            migrationBuilder.DropColumn(name: "UndoneBy", table: "PurchaseImports");

            migrationBuilder.DropColumn(name: "RewrittenAtSequence", table: "LedgerHeads");
        }
    }
}
