using Microsoft.Data.Sqlite;

namespace JapanEsimAdvisor.Web.Site;

public static class SqliteFile
{
    extension(IHostEnvironment site)
    {
        /// <summary>The connection string with its file in the content root, where it is a relative one.</summary>
        public string SqliteConnection(string configured)
        {
            var builder = new SqliteConnectionStringBuilder(configured);
            var isFile = builder.Mode != SqliteOpenMode.Memory && builder.DataSource is not (":memory:" or "");
            builder.DataSource = isFile ? Path.GetFullPath(builder.DataSource, site.ContentRootPath) : builder.DataSource;
            return builder.ToString();
        }
    }
}
