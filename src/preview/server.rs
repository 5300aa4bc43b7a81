//! The server: on this machine alone, from memory.

use super::PreviewError;
use super::response::{self, Asked};
use super::shown::Shown;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::{self, Receiver, Sender};

/// The port that is tried first where none was named.
const FIRST_PORT: u16 = 4000;

/// How many ports are tried.
const PORTS: u16 = 100;

/// A running server.
pub(super) struct Server {
    port: u16,
    shown: Sender<Shown>,
    runtime: Option<Runtime>,
}

#[derive(Clone)]
struct Shared {
    port: u16,
    shown: Receiver<Shown>,
}

impl Server {
    /// Starts to serve.
    pub(super) fn start(port: Option<u16>, shown: Shown) -> Result<Self, PreviewError> {
        let listener = listen(port)?;
        let port = listener.local_addr().map_err(PreviewError::Server)?.port();
        let (sender, receiver) = watch::channel(shown);
        let runtime =
            Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(PreviewError::Server)?;
        listener.set_nonblocking(true).map_err(PreviewError::Server)?;
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(PreviewError::Server)?
        };
        let router = Router::new().fallback(answer).with_state(Shared { port, shown: receiver });
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { port, shown: sender, runtime: Some(runtime) })
    }

    /// Where a browser finds the site.
    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Shows something else from now on, and tells every open page.
    pub(super) fn show(&self, shown: Shown) {
        self.shown.send_replace(shown);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Open pages keep a connection for ever; nobody waits for them.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn listen(port: Option<u16>) -> Result<TcpListener, PreviewError> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    if let Some(port) = port {
        return bind(port).map_err(|error| PreviewError::Port(port, error));
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        match bind(port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            result => return result.map_err(|error| PreviewError::Port(port, error)),
        }
    }
    Err(PreviewError::NoPort(FIRST_PORT))
}

async fn answer(State(shared): State<Shared>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if !response::is_from_here(shared.port, text(header::HOST), text(header::ORIGIN)) {
        return (StatusCode::FORBIDDEN, "this preview answers this machine alone\n").into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let asked = Asked::of(uri.path());
    if asked == Asked::News {
        return news(shared.shown).into_response();
    }
    let shown = shared.shown.borrow().clone();
    // The book may have to be made first, which takes its time; the other pages are not to wait.
    let answer = tokio::task::spawn_blocking(move || response::to(&asked, &shown)).await;
    answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// A stream of what a page should know: at once, and after every change.
fn news(mut shown: Receiver<Shown>) -> impl IntoResponse {
    shown.mark_changed();
    let events = stream::unfold(shown, |mut shown| async move {
        shown.changed().await.ok()?;
        let news = shown.borrow_and_update().news();
        Some((Ok::<_, Infallible>(Event::default().data(news)), shown))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
